/** Questions as keys and values, in YAML or JSON; the keys are those of {@code question-bank/README.md}. */
package org.pufa.bank.format.keyed;
