using KaizenGate.Core.Rules;

namespace KaizenGate.Core.Checking;

/// <summary>All rules, by id.</summary>
internal static class RuleCatalog
{
    public static ImmutableArray<Rule> All { get; } =
    [
        Rules.Capture.NoBacklog.Rule,
        Rules.Capture.EmptyBacklog.Rule,
        Rules.Capture.CaptureStalled.Rule,
        Rules.Capture.SessionCapturedNothing.Rule,
        Rules.Capture.SessionCapturedTooMany.Rule,
        Rules.Capture.RecurringImprovement.Rule,
        Rules.Prioritize.Unscored.Rule,
        Rules.Prioritize.ScoreOutOfRange.Rule,
        Rules.Prioritize.PriorityScoreMismatch.Rule,
        Rules.Prioritize.WrongSection.Rule,
        Rules.Prioritize.EverythingHighPriority.Rule,
        Rules.Prioritize.UndifferentiatedScores.Rule,
        Rules.Prioritize.OutOfOrder.Rule,
        Rules.Prioritize.Uncategorized.Rule,
        Rules.Execute.LowExecutionRate.Rule,
        Rules.Execute.GrowingBacklog.Rule,
        Rules.Execute.EndlesslyGrowingBacklog.Rule,
        Rules.Execute.ExecutionStalled.Rule,
        Rules.Execute.SomedayMaybe.Rule,
        Rules.Execute.StaleImprovement.Rule,
        Rules.Execute.Overdue.Rule,
        Rules.Execute.BigBang.Rule,
        Rules.Execute.TooMuchInProgress.Rule,
        Rules.Execute.AgeingInProgress.Rule,
        Rules.Execute.UnderInvested.Rule,
        Rules.Execute.UnscheduledHighPriority.Rule,
        Rules.Execute.CapturedAsDone.Rule,
        Rules.Execute.RejectedWithoutReason.Rule,
        Rules.Execute.NetInflow.Rule,
        Rules.Measure.UnmeasuredCompletion.Rule,
        Rules.Measure.UndatedCompletion.Rule,
        Rules.Measure.TimeNotLogged.Rule,
        Rules.Measure.NegativeReturn.Rule,
        Rules.Measure.SystemDegrading.Rule,
        Rules.Measure.RoiMismatch.Rule,
        Rules.Measure.UnchangedSignal.Rule,
        Rules.Document.MissingContext.Rule,
        Rules.Document.UnquantifiedOutcome.Rule,
        Rules.Document.UnexplainedDeferral.Rule,
        Rules.Integrity.DuplicateId.Rule,
        Rules.Integrity.InvalidField.Rule,
        Rules.Integrity.MetadataDrift.Rule,
        Rules.Integrity.ContradictoryStatus.Rule,
        Rules.Integrity.MissingId.Rule,
        Rules.Integrity.UselessSuppression.Rule,
        Rules.Integrity.ObsoleteBaselineEntry.Rule,
        Rules.Integrity.UnreadContent.Rule,
        Rules.Integrity.WeakenedGate.Rule,
        Rules.Integrity.ImplausibleDate.Rule,
        Rules.Integrity.OpenInArchive.Rule,
    ];

    /// <summary>The rules whose remedy a command applies, by id.</summary>
    public static IEnumerable<Rule> FixedBy(FixingCommand command) => All.Where(rule => rule.FixedBy == command);

    /// <summary>Finds a rule by id or name, in any case; null when there is none.</summary>
    public static Rule? Find(string idOrName) =>
        All.FirstOrDefault(rule =>
            rule.Id.Equals(idOrName, StringComparison.OrdinalIgnoreCase)
            || rule.Name.Equals(idOrName, StringComparison.OrdinalIgnoreCase)
        );
}
