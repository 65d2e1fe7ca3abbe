/** Pictures from files of strangers, looked at before they are decoded and painted anew before they are kept. */
package org.pufa.picture;
