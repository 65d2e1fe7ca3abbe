/** Who a participant is and how surely: so far the device, known by a signed token; pseudonyms are made of it. */
package org.pufa.identity;
