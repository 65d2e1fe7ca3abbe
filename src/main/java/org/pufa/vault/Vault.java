package org.pufa.vault;

import io.vertx.core.Future;
import java.security.SecureRandom;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.pufa.audit.AuditLog;
import org.pufa.db.Tx;

/** Seals personal data and opens it again; whoever opens it for a person to see leaves a record in the audit log. */
public final class Vault {

    private final KeySource source;
    private final AuditLog audit;
    private final SecureRandom random;
    private final KeyStore store = new KeyStore();
    private volatile KeyRing ring;

    public Vault(KeySource source, AuditLog audit, SecureRandom random) {
        this.source = Objects.requireNonNull(source);
        this.audit = Objects.requireNonNull(audit);
        this.random = Objects.requireNonNull(random);
    }

    /**
     * Reads the keys and holds them against those that the database knows; to be called before anything is sealed, and
     * again after a rotation. Fails with {@link WrongKey} when a key is missing or another one.
     */
    public Future<Void> check(Tx tx) {
        KeyRing read = source.read();
        return store.lock(tx).compose(locked -> store.addAll(tx, read)).compose(added -> store.all(tx)).map(known -> {
            known.forEach((id, proof) -> {
                var mine = read.find(id);
                if (mine.isEmpty()) {
                    throw new WrongKey("The database holds records sealed with the key " + id + ", which is not in "
                            + source.place() + ". Put it there from a node or a backup that has it; if it is lost for"
                            + " good, run: keys drop " + id + " --lost");
                } else if (!java.util.Arrays.equals(proof, mine.get().proof())) {
                    throw new WrongKey("The key " + id + " in " + source.place() + " is not the one that sealed the"
                            + " records of this database. Put the right one there from a node or a backup that has it.");
                }
            });
            ring = read;
            return null;
        });
    }

    KeySource source() {
        return source;
    }

    SecureRandom random() {
        return random;
    }

    KeyStore store() {
        return store;
    }

    KeyRing ring() {
        KeyRing known = ring;
        return known == null ? reload() : known;
    }

    private KeyRing reload() {
        ring = source.read();
        return ring;
    }

    /** @param purpose what it is and whose, as {@link SealedColumn#purposeOf} gives it */
    public byte[] seal(byte[] plain, String purpose) {
        return Envelope.seal(ring().current(), plain, purpose, random);
    }

    /**
     * The right to open records for somebody to see, given once it is kept in the audit log who looks at what and why.
     *
     * @param subject whose records, such as the slug of a campaign
     * @param reason why, in a word that {@code staff.audit.look.REASON} says
     */
    public Future<Look> look(Tx tx, String actor, String subject, String reason) {
        return audit.record(tx, actor, "vault.look", subject, Map.of("reason", reason))
                .map(recorded -> (sealed, purpose) -> open(sealed, purpose));
    }

    /** What opens records, each with the purpose it was sealed for. */
    @FunctionalInterface
    public interface Look {

        /** @throws WrongKey when it was sealed with a key that is not there, or was changed since */
        byte[] open(byte[] sealed, String purpose);
    }

    /** Whether a record is whole; nobody sees what is in it. */
    public boolean holds(byte[] sealed, String purpose, java.util.function.Predicate<byte[]> check) {
        return check.test(open(sealed, purpose));
    }

    /** Opens for the program's own work: nobody sees it. */
    byte[] open(byte[] sealed, String purpose) {
        String id = Envelope.keyId(sealed).orElseThrow(() ->
                new WrongKey("A sealed record of " + purpose + " is damaged: it names no key."));
        SealingKey key = ring().find(id).or(() -> reload().find(id)).orElseThrow(() -> new WrongKey(
                "A record of " + purpose + " is sealed with the key " + id + ", which is not in " + source.place() + "."));
        Optional<byte[]> plain = Envelope.open(key, sealed, purpose);
        return plain.orElseThrow(() -> new WrongKey("A record of " + purpose + " cannot be opened with the key " + id
                + ": it was changed, or the key in " + source.place() + " is not the one that sealed it."));
    }
}
