/** From idea to launched campaign: drafts kept on the server, the wizard that writes definitions, templates, review. */
package org.pufa.campaign.launch;
