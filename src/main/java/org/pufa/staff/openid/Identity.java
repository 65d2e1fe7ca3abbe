package org.pufa.staff.openid;

/**
 * Who somebody is at the provider.
 *
 * @param subject issuer and subject together: never given to anybody else
 * @param name value of the claim by which accounts are found, in lower case
 */
public record Identity(String subject, String name) {
}
