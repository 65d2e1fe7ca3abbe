package org.pufa.kinds.vote;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.pufa.ledger.Tallies;

/** How the candidates of one category stand: most votes first, equal votes by number. */
record Standing(Category category, List<Place> places) {

    /**
     * @param rank 1 for the most votes; candidates with equal votes share a rank, and the next one is skipped
     * @param shared whether another has the same rank
     * @param share votes by ballots, 0 to 1; 0 where there are no ballots
     */
    record Place(int rank, boolean shared, Candidate candidate, long votes, double share) {
    }

    private record Votes(Candidate candidate, long number) {
    }

    static Standing of(Category category, Tallies tallies) {
        long ballots = tallies.participations();
        var sorted = category.candidates().stream()
                .map(candidate -> new Votes(candidate, tallies.of(Ballot.PICK, candidate.number())))
                .sorted(Comparator.comparingLong(Votes::number).reversed()
                        .thenComparing(votes -> votes.candidate().number())).toList();
        var places = new ArrayList<Place>(sorted.size());
        int rank = 1;
        for (int i = 0; i < sorted.size(); i++) {
            long votes = sorted.get(i).number();
            boolean asBefore = i > 0 && sorted.get(i - 1).number() == votes;
            boolean asAfter = i + 1 < sorted.size() && sorted.get(i + 1).number() == votes;
            rank = asBefore ? rank : i + 1;
            places.add(new Place(rank, asBefore || asAfter, sorted.get(i).candidate(), votes,
                    ballots == 0 ? 0 : (double) votes / ballots));
        }
        return new Standing(category, places);
    }

    static List<Standing> all(VotePlan plan, Tallies tallies) {
        return plan.categories().stream().map(category -> of(category, tallies)).toList();
    }
}
