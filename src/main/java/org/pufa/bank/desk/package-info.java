/** What staff do with questions: change them, have them reviewed by a colleague, put them to use, retire them. */
package org.pufa.bank.desk;
