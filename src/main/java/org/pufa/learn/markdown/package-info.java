/** Turns what staff write in Markdown into HTML of which every tag and address is our own. */
package org.pufa.learn.markdown;
