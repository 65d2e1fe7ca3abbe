/** What citizens see of learning pages: the list, each page with its law and practice, and the leaflet to print. */
package org.pufa.learn.pages;
