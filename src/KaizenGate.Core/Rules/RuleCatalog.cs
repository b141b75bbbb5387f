using System.Collections.Immutable;

namespace KaizenGate.Rules;

/// <summary>All rules, by id.</summary>
public static class RuleCatalog
{
    public static ImmutableArray<Rule> All { get; } =
    [
        Capture.NoBacklog.Rule,
        Capture.EmptyBacklog.Rule,
        Capture.CaptureStalled.Rule,
        Capture.SessionCapturedNothing.Rule,
        Capture.SessionCapturedTooMany.Rule,
        Capture.RecurringImprovement.Rule,
        Prioritize.Unscored.Rule,
        Prioritize.ScoreOutOfRange.Rule,
        Prioritize.PriorityScoreMismatch.Rule,
        Prioritize.WrongSection.Rule,
        Prioritize.EverythingHighPriority.Rule,
        Prioritize.UndifferentiatedScores.Rule,
        Prioritize.OutOfOrder.Rule,
        Prioritize.Uncategorized.Rule,
        Execute.LowExecutionRate.Rule,
        Execute.GrowingBacklog.Rule,
        Execute.EndlesslyGrowingBacklog.Rule,
        Execute.ExecutionStalled.Rule,
        Execute.SomedayMaybe.Rule,
        Execute.StaleImprovement.Rule,
        Execute.Overdue.Rule,
        Execute.BigBang.Rule,
        Execute.TooMuchInProgress.Rule,
        Execute.AgeingInProgress.Rule,
        Execute.UnderInvested.Rule,
        Execute.UnscheduledHighPriority.Rule,
        Measure.UnmeasuredCompletion.Rule,
        Measure.UndatedCompletion.Rule,
        Measure.TimeNotLogged.Rule,
        Measure.NegativeReturn.Rule,
        Measure.SystemDegrading.Rule,
        Measure.RoiMismatch.Rule,
        Document.MissingContext.Rule,
        Document.UnquantifiedOutcome.Rule,
        Document.UnexplainedDeferral.Rule,
        Integrity.DuplicateId.Rule,
        Integrity.InvalidField.Rule,
        Integrity.MetadataDrift.Rule,
        Integrity.ContradictoryStatus.Rule,
        Integrity.MissingId.Rule,
        Integrity.UselessSuppression.Rule,
        Integrity.ObsoleteBaselineEntry.Rule,
    ];

    /// <summary>Finds a rule by id or name, in any case; null when there is none.</summary>
    public static Rule? Find(string idOrName) =>
        All.FirstOrDefault(rule =>
            rule.Id.Equals(idOrName, StringComparison.OrdinalIgnoreCase)
            || rule.Name.Equals(idOrName, StringComparison.OrdinalIgnoreCase)
        );
}
