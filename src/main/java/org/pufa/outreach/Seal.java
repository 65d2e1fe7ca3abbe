package org.pufa.outreach;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.pufa.kernel.CanonicalJson;
import org.pufa.kernel.Sha256;

/** The hash over all that was sent for one record, by which the same is known when it comes again. */
public final class Seal {

    private Seal() {
    }

    /** @param files hashes of the files that came with it */
    public static byte[] of(Activity activity, List<byte[]> files) {
        Map<String, Object> all = new TreeMap<>();
        all.put("kind", activity.kind().code());
        all.put("title", activity.title());
        all.put("starts", activity.starts().toString());
        all.put("ends", activity.ends().toString());
        all.put("place", activity.place());
        all.put("district", activity.district());
        all.put("laws", activity.laws());
        all.put("audiences", activity.audiences());
        all.put("partners", activity.partners());
        all.put("campaigns", activity.campaigns());
        all.put("notes", activity.notes());
        var figures = new ArrayList<Object>();
        activity.figures().forEach(figure -> figures.add(List.of(figure.measure().code(), figure.amount(),
                figure.counted().code(), figure.title().map(Object::toString).orElse(""),
                figure.gathering().map(Object::toString).orElse(""))));
        all.put("figures", figures);
        all.put("files", files.stream().map(HexFormat.of()::formatHex).sorted().toList());
        return Sha256.of(CanonicalJson.bytes(all));
    }
}
