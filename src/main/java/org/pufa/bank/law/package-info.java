/** Laws as data (法律法规): their versions and articles, and what makes a citation right or doubtful. */
package org.pufa.bank.law;
