/** Pictures inside questions (题图): made safe and small when they come in, kept by the hash of their content, served. */
package org.pufa.bank.picture;
