/** Where staff write learning pages, review them, and see how often they were opened. */
package org.pufa.learn.console;
