/** Surveys (问卷调查): what they ask, what they accept as an answer, and the shares their results show. */
package org.pufa.kinds.survey;
