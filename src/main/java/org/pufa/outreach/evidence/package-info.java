/** Photos and documents that show what took place: taken in safely, known by their content, shown to few. */
package org.pufa.outreach.evidence;
