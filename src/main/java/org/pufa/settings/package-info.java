/** What administrators decide in the console about the whole platform: who runs it, how it looks, what is kept how long. */
package org.pufa.settings;
