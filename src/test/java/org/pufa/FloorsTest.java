package org.pufa;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The plan of the house: a package imports only what stands on the floors below it, or what its row names. */
class FloorsTest {

    private static final Set<String> GROUND = Set.of("kernel");
    private static final Set<String> TOOLS = Set.of("kernel", "i18n", "yaml", "db", "web", "picture");
    private static final Set<String> FEATURES = Set.of("audit", "staff", "identity", "bank", "ledger", "campaign",
            "settings", "vault");
    private static final Map<String, Set<String>> MAY_IMPORT = plan();

    private static Map<String, Set<String>> plan() {
        var plan = new LinkedHashMap<String, Set<String>>();
        plan.put("kernel", Set.of());
        plan.put("db", GROUND);
        plan.put("i18n", GROUND);
        plan.put("yaml", union(GROUND, "i18n"));
        plan.put("web", union(GROUND, "i18n"));
        plan.put("picture", GROUND);
        plan.put("audit", TOOLS);
        plan.put("staff", union(TOOLS, "audit"));
        plan.put("identity", union(TOOLS, "audit"));
        plan.put("vault", union(TOOLS, "audit"));
        plan.put("settings", union(TOOLS, "audit", "staff"));
        plan.put("bank", union(TOOLS, "audit", "staff"));
        plan.put("ledger", TOOLS);
        plan.put("campaign", union(TOOLS, "audit", "staff", "identity", "ledger", "vault"));
        plan.put("privacy", union(TOOLS, "audit", "staff", "identity", "ledger", "campaign", "settings", "vault"));
        plan.put("kinds.quiz", union(TOOLS, FEATURES.toArray(String[]::new)));
        plan.put("kinds.survey", union(TOOLS, FEATURES.toArray(String[]::new)));
        plan.put("kinds.vote", union(TOOLS, FEATURES.toArray(String[]::new)));
        plan.put("outreach", union(TOOLS, FEATURES.toArray(String[]::new)));
        plan.put("learn", union(TOOLS, FEATURES.toArray(String[]::new)));
        plan.put("insight", union(union(TOOLS, FEATURES.toArray(String[]::new)), "outreach"));
        return plan;
    }

    private static Set<String> union(Set<String> some, String... more) {
        return Stream.concat(some.stream(), Arrays.stream(more)).collect(Collectors.toUnmodifiableSet());
    }

    private final JavaClasses classes = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("org.pufa");

    @Test
    void noPackageImportsAboveItsFloor() {
        Set<String> breaches = new TreeSet<>(classes.stream().flatMap(FloorsTest::breaches).toList());

        assertThat(breaches).isEmpty();
    }

    private static Stream<String> breaches(JavaClass from) {
        String here = feature(from);
        if (here.isEmpty() || here.equals("cli")) {
            return Stream.empty();
        }
        Set<String> allowed = MAY_IMPORT.getOrDefault(here, Set.of());
        return from.getDirectDependenciesFromSelf().stream().map(dependency -> dependency.getTargetClass())
                .filter(target -> target.getPackageName().startsWith("org.pufa"))
                .filter(target -> !feature(target).equals(here) && !allowed.contains(feature(target)))
                .map(target -> here + " -> " + target.getName() + " in " + from.getSimpleName());
    }

    /** {@code campaign} for org.pufa.campaign and everything in it; two words for a kind; empty for the root. */
    private static String feature(JavaClass type) {
        String name = type.getPackageName().substring("org.pufa".length());
        if (name.isEmpty()) {
            return "";
        }
        var words = name.substring(1).split("\\.");
        return words[0].equals("kinds") ? words[0] + "." + words[1] : words[0];
    }

    @Test
    void everyPackageStandsInThePlan() {
        var packages = classes.stream().map(FloorsTest::feature)
                .filter(name -> !name.isEmpty() && !name.equals("cli")).collect(Collectors.toSet());

        assertThat(MAY_IMPORT.keySet()).containsAll(packages);
    }

    @Test
    void everyPackageHasACharter() throws Exception {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java/org/pufa"))) {
            var folders = files.filter(file -> file.toString().endsWith(".java")).map(Path::getParent)
                    .collect(Collectors.toSet());

            assertThat(folders).isNotEmpty().allSatisfy(folder ->
                    assertThat(folder.resolve("package-info.java")).exists());
        }
    }

    @Test
    void theKernelNeedsOnlyTheJdk() {
        var foreign = classes.stream().filter(type -> feature(type).equals("kernel"))
                .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .map(dependency -> dependency.getTargetClass().getPackageName())
                .filter(name -> !name.startsWith("java") && !name.startsWith("org.pufa.kernel") && !name.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(foreign).isEmpty();
    }
}
