/** Sign-in at events and trainings by QR code: a page for each session, on which a device counts once. */
package org.pufa.outreach.signin;
