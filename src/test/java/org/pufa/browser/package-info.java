/** Walks through the platform as people do: in a real browser, on a phone and at a desk, with and without scripts. */
package org.pufa.browser;
