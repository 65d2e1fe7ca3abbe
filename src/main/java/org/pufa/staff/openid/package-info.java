/** Asks an identity provider of the bureau who somebody is (统一身份认证, OpenID Connect), and believes nothing unchecked. */
package org.pufa.staff.openid;
