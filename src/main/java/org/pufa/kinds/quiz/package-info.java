/** The quiz (有奖答题): papers drawn from a bank by a blueprint, graded on the server, explained after submitting. */
package org.pufa.kinds.quiz;
