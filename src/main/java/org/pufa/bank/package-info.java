/** The question bank: laws, questions, and the revisions by which alone a question changes. */
package org.pufa.bank;
