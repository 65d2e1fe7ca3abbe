package org.pufa.staff;

import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.pufa.db.Database;
import org.pufa.db.Tx;
import org.pufa.web.Request;

/**
 * The one place that decides whether what an address names belongs to the unit of whoever asks. To people of another
 * unit it does not exist.
 */
public final class Reach {

    private static final Pattern PARAMETER = Pattern.compile(":([A-Za-z0-9_]+)");

    private final Database database;
    private final List<Holdings> all = new ArrayList<>();
    private final Set<String> common = ConcurrentHashMap.newKeySet();

    Reach(Database database) {
        this.database = database;
    }

    /** Called at start: paths with that sort's parameter are from then on open only to those whom it concerns. */
    public void add(Holdings holdings) {
        all.add(holdings);
    }

    /** Called at start: these parts of paths name what belongs to nobody in particular, or is guarded by its feature. */
    public void common(String... parameters) {
        common.addAll(Arrays.asList(parameters));
    }

    List<Holdings> holdings() {
        return List.copyOf(all);
    }

    Optional<Holdings> holdings(String parameter) {
        return all.stream().filter(one -> one.parameter().equals(parameter)).findFirst();
    }

    /**
     * The sorts that a path names. One that names any is guarded by it; of any other, each part must be known to be
     * common, so that a new sort of thing cannot be opened to everybody by oversight.
     *
     * @throws IllegalArgumentException for a path of which nobody said whose it is
     */
    List<Holdings> named(String path) {
        var parameters = PARAMETER.matcher(path).results().map(found -> found.group(1)).collect(Collectors.toList());
        var named = all.stream().filter(one -> parameters.contains(one.parameter())).toList();
        if (named.isEmpty() && !common.containsAll(parameters)) {
            throw new IllegalArgumentException("whose is what " + path + " names? See Reach.add and Reach.common");
        }
        return named;
    }

    /** Fails with the sort's own NOT_FOUND problem where somebody bound to a unit asks for what is not its own. */
    Future<Void> check(Request request, List<Holdings> named) {
        SignedIn who = SignedIn.of(request);
        if (who.unit().isEmpty() || named.isEmpty()) {
            return Future.succeededFuture();
        }
        return database.read(tx -> {
            Future<Void> checked = Future.succeededFuture();
            for (Holdings holdings : named) {
                checked = checked.compose(before -> check(tx, who, holdings, request.path(holdings.parameter())));
            }
            return checked;
        });
    }

    /** The same for a thing that a form or file names and not the address. One that does not exist passes. */
    public Future<Void> check(Tx tx, SignedIn who, String parameter, String id) {
        return check(tx, who, holdings(parameter).orElseThrow(), id);
    }

    private static Future<Void> check(Tx tx, SignedIn who, Holdings holdings, String id) {
        return holdings.unitOf(tx, id).map(owner -> {
            if (owner.isPresent() && !who.mayReach(owner.get())) {
                throw holdings.unknown(id);
            }
            return null;
        });
    }
}
