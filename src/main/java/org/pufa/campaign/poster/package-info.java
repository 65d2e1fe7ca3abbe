/** Pictures that lead people to a campaign: QR codes and posters, drawn without any font of the machine. */
package org.pufa.campaign.poster;
