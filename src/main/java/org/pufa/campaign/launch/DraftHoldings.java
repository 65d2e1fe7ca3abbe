package org.pufa.campaign.launch;

import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import org.pufa.db.Tx;
import org.pufa.i18n.Lang;
import org.pufa.i18n.LocalText;
import org.pufa.kernel.Problem;
import org.pufa.staff.Holdings;

/** Drafts as things that belong to units. One that was submitted follows its campaign. */
final class DraftHoldings implements Holdings {

    private final Drafts drafts;
    private final Wizard wizard;

    DraftHoldings(Drafts drafts, Wizard wizard) {
        this.drafts = drafts;
        this.wizard = wizard;
    }

    @Override
    public String parameter() {
        return "draft";
    }

    @Override
    public String labelKey() {
        return "campaign.launch.holdings";
    }

    @Override
    public Future<Optional<Optional<String>>> unitOf(Tx tx, String id) {
        return drafts.find(tx, id).map(found -> found.map(Draft::unit));
    }

    @Override
    public Problem unknown(String id) {
        return Drafts.unknown();
    }

    @Override
    public Future<Void> assign(Tx tx, String id, Optional<String> unit) {
        return drafts.find(tx, id).compose(found -> found.map(draft -> drafts.assign(tx, draft, unit))
                .orElse(Future.succeededFuture()));
    }

    @Override
    public Future<List<Holding>> all(Tx tx) {
        return drafts.loose(tx).map(all -> all.stream().map(draft -> new Holding(Long.toString(draft.id()),
                new LocalText(wizard.name(draft, Lang.ZH), wizard.name(draft, Lang.EN)),
                draft.path(WizardStep.BASICS.code()), draft.unit())).toList());
    }
}
