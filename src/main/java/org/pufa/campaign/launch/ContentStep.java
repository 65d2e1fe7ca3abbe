package org.pufa.campaign.launch;

import io.vertx.core.Future;
import java.util.List;
import java.util.Map;
import org.pufa.i18n.Lang;
import org.pufa.yaml.YamlTree;

/** What a kind adds to the wizard: the step in which its own part of a definition is written. */
public interface ContentStep {

    /** The code of the kind. */
    String kind();

    /** What the kind's own part of a new definition begins with. */
    Map<String, Object> fresh();

    /** What the button that adds to a list of the kind's part adds. @param list its path, without numbers */
    Map<String, Object> added(String list, YamlTree tree);

    /** The fields of the step as they stand now. */
    Future<List<FormPart>> parts(Lang lang, YamlTree tree);

    /** What a button of the kind's own does; the fields were taken over before. @param words form fields of no path */
    default void act(YamlTree tree, String act, String place, Map<String, String> words) {
    }
}
