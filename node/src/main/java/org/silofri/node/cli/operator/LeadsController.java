package org.silofri.node.cli.operator;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.silofri.catalogue.assignment.LeadCommand;
import org.silofri.catalogue.assignment.LeadRole;
import org.silofri.catalogue.assignment.LeadStatement.Ground;
import org.silofri.catalogue.assignment.LeadStatement.Role;
import org.silofri.catalogue.assignment.LeadStatement.SharedProblem;
import org.silofri.catalogue.assignment.Period;
import org.silofri.catalogue.entry.CityId;
import org.silofri.catalogue.entry.EntryIri;
import org.silofri.node.assignment.LeadResult;
import org.silofri.node.assignment.LeadService;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Records the roles that cities had before the network kept a log; for the holder of run.json. */
@RestController
public class LeadsController {

    private final LeadService leads;

    LeadsController(LeadService leads) {
        this.leads = leads;
    }

    /**
     * A joint effort that is over.
     *
     * @param title by language
     * @param description by language
     * @param theme notation
     * @param start year, month or day
     * @param end year, month or day
     * @param source web address where it is told
     * @param lead city id
     * @param followers city ids of members that took part
     */
    public record Historical(
            Map<String, String> title,
            Map<String, String> description,
            String theme,
            String start,
            String end,
            String source,
            String lead,
            List<String> followers) {}

    /** How many roles were recorded; 0 when the effort was recorded before. */
    public record Recorded(int roles) {}

    /** Records an effort with its roles, once. */
    @PostMapping("/operator/leads")
    Recorded remember(@RequestBody Historical effort) {
        Map<String, String> title = new HashMap<>(effort.title());
        boolean known =
                leads.leads().problems().values().stream()
                        .anyMatch(problem -> problem.historical() && problem.title().equals(title));
        if (known) {
            return new Recorded(0);
        }
        EntryIri problem = publish(new LeadCommand.Group(problem(effort))).getFirst();
        List<String> cities = new ArrayList<>(List.of(effort.lead()));
        cities.addAll(effort.followers());
        for (String city : cities) {
            LeadRole role = city.equals(effort.lead()) ? LeadRole.LEAD : LeadRole.FOLLOWER;
            publish(new LeadCommand.Recall(role(effort, problem, new CityId(city), role)));
        }
        return new Recorded(cities.size());
    }

    private static SharedProblem problem(Historical effort) {
        return new SharedProblem(
                effort.title(),
                effort.description(),
                List.of(effort.theme()),
                Set.of(),
                Set.of(effort.source()),
                true);
    }

    private static Role role(Historical effort, EntryIri problem, CityId city, LeadRole role) {
        return new Role(
                city,
                problem,
                role,
                Period.of(effort.start(), effort.end()),
                new Ground.Historical(Set.of(effort.source())),
                null,
                Map.of());
    }

    private List<EntryIri> publish(LeadCommand command) {
        return switch (leads.handle(command)) {
            case LeadResult.Done(var entries) -> entries;
            case LeadResult.Objected(var objection) ->
                    throw new IllegalArgumentException("%s: %s".formatted(command, objection));
            case LeadResult.NotTaken(var result, var done) ->
                    throw new IllegalArgumentException("%s: %s".formatted(command, result));
            case LeadResult.NotHere notHere ->
                    throw new IllegalArgumentException(
                            "Only the coordinator records historical leads; ask its node");
        };
    }

    @ExceptionHandler(IllegalArgumentException.class)
    ProblemDetail refused(IllegalArgumentException e) {
        return ProblemDetail.forStatusAndDetail(
                HttpStatus.UNPROCESSABLE_CONTENT,
                Optional.ofNullable(e.getMessage()).orElse("The effort cannot be recorded"));
    }
}
