/** Award votes (网上评选): their candidates and categories, what a ballot may hold, and how the votes stand. */
package org.pufa.kinds.vote;
