package org.silofri.ontology;

import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.rdf.model.ResourceFactory;

/**
 * Every class and property of the vocabulary, named as in {@code silofri.ttl}, where labels and
 * comments stand; a word that Java reserves ends in {@code _}. A test holds both to each other.
 */
public final class SF {

    /** Namespace of all terms; prefix {@code sf}. */
    public static final String NS = "https://w3id.org/silofri/ns#";

    // classes

    /** What a city publishes in the shared catalogue: the common class of all kinds. */
    public static final Resource Entry = type("Entry");

    /** A need of a city, described by demand and without naming the solution. */
    public static final Resource Problem = type("Problem");

    /**
     * A limited trial that tests a solution to a problem. Its outcome stands in results, never on
     * the pilot.
     */
    public static final Resource Pilot = type("Pilot");

    /** A way to solve a problem that other cities can adopt. */
    public static final Resource Solution = type("Solution");

    /** What was learned, with a verdict. A refuted hypothesis is a result of equal rank. */
    public static final Resource Result = type("Result");

    /** One step up the scaling ladder, with evidence. */
    public static final Resource ScalingEvent = type("ScalingEvent");

    /** An aim of a city in words. */
    public static final Resource Goal = type("Goal");

    /** A goal made measurable: number, unit and target year. */
    public static final Resource Target = type("Target");

    /** A quantity that is measured in the same way over time. */
    public static final Resource Indicator = type("Indicator");

    /** An organisation that takes part; never a person. */
    public static final Resource Partner = type("Partner");

    /** A city admitted to the network. Published in the coordinator's log only. */
    public static final Resource Member = type("Member");

    /**
     * A problem that several cities have, as the coordinator sees it; each city confirms or tells
     * why its own differs. Published in the coordinator's log only.
     */
    public static final Resource SharedProblem = type("SharedProblem");

    /**
     * Which cities the coordinator asks to lead and to follow on a shared problem, for which
     * period. Published in the coordinator's log only.
     */
    public static final Resource LeadProposal = type("LeadProposal");

    /** What a city answers to a lead proposal, signed by that city and in its own log only. */
    public static final Resource LeadAnswer = type("LeadAnswer");

    /**
     * The role of one city for a shared problem in a period; counts only with that city's signed
     * acceptance, or as a historical one. Published in the coordinator's log only.
     */
    public static final Resource LeadAssignment = type("LeadAssignment");

    /** A part of a problem that tells why it is not the same as another. */
    public static final Resource Difference = type("Difference");

    /** A public key with which a member signs. */
    public static final Resource Key = type("Key");

    /**
     * What the network recorded about the signed event that carried an entry. Written by nodes,
     * never by publishers.
     */
    public static final Resource Provenance = type("Provenance");

    // properties

    /** The goal that the problem stands in the way of. */
    public static final Property underGoal = property("underGoal");

    /** Number of inhabitants that the problem concerns. */
    public static final Property affects = property("affects");

    /**
     * The same problem in another city, or the shared problem that it belongs to, as asserted by
     * the publisher.
     */
    public static final Property sameProblemAs = property("sameProblemAs");

    /** An entry with much in common, yet not the same. */
    public static final Property similarTo = property("similarTo");

    /** An entry that must come first. */
    public static final Property dependsOn = property("dependsOn");

    /** An earlier entry that this one replaces. */
    public static final Property supersedes = property("supersedes");

    /** An entry that looks alike and is not the same; a difference or the description tells why. */
    public static final Property differsFrom = property("differsFrom");

    /**
     * True when the entry was made from public sources for a demonstration and is no statement by
     * the city.
     */
    public static final Property demonstration = property("demonstration");

    /** Where the effect shows: efficiency, quality or city development. */
    public static final Property effectLevel = property("effectLevel");

    /** An organisation that takes part. */
    public static final Property partner = property("partner");

    /** Web address of what proves the statement: report, data set, decision. */
    public static final Property evidence = property("evidence");

    /** A number with its name and unit. */
    public static final Property measure = property("measure");

    /** How far the pilot has come. */
    public static final Property status = property("status");

    /** The problem that is worked on. */
    public static final Property addresses = property("addresses");

    /** The solution that is tried. */
    public static final Property tests = property("tests");

    /** What became of the hypothesis. */
    public static final Property verdict = property("verdict");

    /** The assumption that was tested. */
    public static final Property hypothesis = property("hypothesis");

    /** How firm the evidence is, from 1 (observation) to 5 (repeated and independently checked). */
    public static final Property evidenceLevel = property("evidenceLevel");

    /** What was not bought or built because of the result; number or text. */
    public static final Property costAvoided = property("costAvoided");

    /** The later entry that replaces this one. */
    public static final Property supersededBy = property("supersededBy");

    /** The scaling event that shows how the claimed rung was reached. */
    public static final Property scaledBy = property("scaledBy");

    /**
     * How far up the scaling ladder. On a pilot, solution or result it is a claim that needs a
     * scaling event and evidence.
     */
    public static final Property rung = property("rung");

    /** The pilot, solution or result that was scaled. */
    public static final Property scales = property("scales");

    /** The goal that the target makes measurable. */
    public static final Property ofGoal = property("ofGoal");

    /** The number to be reached. */
    public static final Property targetValue = property("targetValue");

    /** Unit of the value, for example % or kWh/m². */
    public static final Property unit = property("unit");

    /** The year by which the value is to be reached. */
    public static final Property targetYear = property("targetYear");

    /** True when the value is a change against a base year. */
    public static final Property relative = property("relative");

    /** The year that a relative value is counted from. */
    public static final Property baseYear = property("baseYear");

    /** The value in the base year. */
    public static final Property baseValue = property("baseValue");

    /** The indicator that follows the target. */
    public static final Property indicator = property("indicator");

    /** The member's name in the network, for example stavanger. */
    public static final Property cityId = property("cityId");

    /** The address under which a member mints its entries, fixed for life. */
    public static final Property base = property("base");

    /** ISO 3166-1 code in two capital letters. */
    public static final Property country = property("country");

    /** The member's first language as a BCP 47 tag. */
    public static final Property language = property("language");

    /** WGS 84 latitude in degrees. */
    public static final Property lat = property("lat");

    /** WGS 84 longitude in degrees. */
    public static final Property long_ = property("long");

    /** A key with which the member signs. */
    public static final Property key = property("key");

    /** JWK thumbprint (RFC 7638) of the key. */
    public static final Property keyId = property("keyId");

    /** The 32 bytes of the Ed25519 public key in base64url. */
    public static final Property publicKey = property("publicKey");

    /** Sequence number from which the key signs. */
    public static final Property validFrom = property("validFrom");

    /** Address from which other nodes can read the member's log. */
    public static final Property feed = property("feed");

    /** Base address of the member whose node hosts this one and holds its key. */
    public static final Property hostedBy = property("hostedBy");

    /** Name under which the member logs in to the hub. */
    public static final Property busUser = property("busUser");

    /** active or suspended. */
    public static final Property state = property("state");

    /** How the membership is known. Without it the city is shown as an example. */
    public static final Property membershipEvidence = property("membershipEvidence");

    /** Tells why the problem is not the same as another. */
    public static final Property difference = property("difference");

    /** Why it is so. */
    public static final Property reason = property("reason");

    /**
     * A city's problem that the coordinator takes for the same; the city says itself whether it is.
     */
    public static final Property groups = property("groups");

    /** The shared problem that the proposal is about. */
    public static final Property sharedProblem = property("sharedProblem");

    /** The member that is asked to lead. */
    public static final Property proposedLead = property("proposedLead");

    /** The member that is asked to stand in for the lead. */
    public static final Property proposedDeputy = property("proposedDeputy");

    /** A member that is asked to follow. */
    public static final Property proposedFollower = property("proposedFollower");

    /** What the lead is to do, and with what. */
    public static final Property mandate = property("mandate");

    /** The last day on which the cities answer. */
    public static final Property deadline = property("deadline");

    /** The proposal that is answered or carried out. */
    public static final Property proposal = property("proposal");

    /**
     * SHA-256 of the signed event that is answered or carried out: another version of the proposal
     * is another proposal.
     */
    public static final Property proposalHash = property("proposalHash");

    /** Accept, decline or counter. */
    public static final Property answer = property("answer");

    /** SHA-256 of the signed event with which the city accepted. */
    public static final Property answerHash = property("answerHash");

    /** The lead that ends on the day before this one starts. */
    public static final Property takesOverFrom = property("takesOverFrom");

    /**
     * True for a role that a city had before the network kept a log; it needs a source and no
     * answer.
     */
    public static final Property historical = property("historical");

    /** Epoch of the log that the event stands in. */
    public static final Property epoch = property("epoch");

    /** Place of the event in its epoch. */
    public static final Property seq = property("seq");

    /** When the publisher signed the event. */
    public static final Property eventTime = property("eventTime");

    /** SHA-256 of the signed event. */
    public static final Property eventHash = property("eventHash");

    /** Thumbprint of the key that signed the event. */
    public static final Property kid = property("kid");

    /** Why the publisher withdrew the entry. */
    public static final Property withdrawalReason = property("withdrawalReason");

    private SF() {}

    private static Resource type(String name) {
        return ResourceFactory.createResource(NS + name);
    }

    private static Property property(String name) {
        return ResourceFactory.createProperty(NS, name);
    }
}
