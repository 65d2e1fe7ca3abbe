package org.pufa.campaign;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.pufa.db.Tx;
import org.pufa.i18n.Lang;
import org.pufa.yaml.YamlMap;

/**
 * One kind of campaign (活动类型). The rest of the house knows kinds only by this contract: a new kind is one package
 * that implements it, and one line where the application is put together.
 */
public interface Kind {

    /** What its own part of a definition says, checked as far as a file can be checked by itself. */
    interface Plan {

        /** Whether a sheet may be joined to its entry; false promises anonymity. */
        boolean linked();

        /** Whether it says what passing is, so that prizes can be for those who passed. */
        default boolean passable() {
            return false;
        }
    }

    /** The word in files, tables, addresses and message keys, such as {@code quiz}. */
    String code();

    /** Reads the field of a definition that is named like the kind; mistakes are noted in the file. */
    Plan read(YamlMap definition);

    /**
     * What must never change once the campaign is launched although it lies elsewhere, such as the revisions of the
     * questions. Fails with an INVALID problem when the plan asks for what is not there.
     */
    Future<JsonObject> pin(Tx tx, Plan plan);

    /**
     * What the kind's own part keeps of those who take part. The notice on personal data is made of it, so it must name
     * everything; all words of one's own ({@link Filled#words}) are under an item that says so.
     */
    List<Collected> collects(Plan plan);

    /** What the public rules say of the kind's own part: every setting of the plan that a participant can feel. */
    default List<RulesText.Clause> rules(Plan plan, Lang lang) {
        return List.of();
    }

    /** Texts of the kind's own part whose slips may be mended after the launch; paths that exist in the file. */
    default List<Wording> wordings(Plan plan, Lang lang) {
        return List.of();
    }

    /** All that a launched version shows, accepts and counts, ready in memory. */
    Future<Content> content(Tx tx, Plan plan, JsonObject pinned);
}
