/** Keeps personal data sealed at rest: keys that rotate, one envelope for every feature, and a record of every look. */
package org.pufa.vault;
