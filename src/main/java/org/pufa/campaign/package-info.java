/** What every campaign has, whatever its kind: definition, lifecycle, window, channels, attempts, doors; and the contract of a kind. */
package org.pufa.campaign;
