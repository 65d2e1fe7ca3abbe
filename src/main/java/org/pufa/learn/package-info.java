/** Short pages from which people learn the law (学法页面): written, reviewed, published, offered beside campaigns, and counted. */
package org.pufa.learn;
