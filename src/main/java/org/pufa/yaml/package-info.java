/** Files that people write: YAML read with the line of everything in it, every mistake collected and explained. */
package org.pufa.yaml;
