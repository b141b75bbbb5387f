using KaizenGate.Backlogs;

namespace KaizenGate.Reading;

/// <summary>Turns a draft into an improvement: reads its values, and says which it could not read.</summary>
internal sealed class ImprovementReader(LineMap lines, ReadingOptions options, Problems problems)
{
    public Improvement Read(Draft draft)
    {
        var firstProblem = problems.Count;
        var values = new DraftValues(draft, lines, problems);
        var spoken = new DraftStatus(draft, values);
        var title = draft.Title;
        var (status, signs) = StatusReader.Decide(draft, spoken.Sign(), lines, problems);
        var ratings = new RatingReader(options.Scoring, values, draft.Surroundings);
        var impact = ratings.Impact();
        var effort = ratings.Effort();
        var fields = values.All();
        var (score, missing) = ScoreReader.Read(impact, effort, fields, options.Scoring.Formula);
        var improvement = new Improvement
        {
            Title = title.Title.Length > 0 ? title.Title : title.Id!,
            Span = title.Title.Length > 0 ? values.SpanOf(title.Extent) : values.SpanOf(title.IdExtent),
            Form = draft.Form,
            Key = title.Key,
            Id = title.Id,
            IdSpan = title.Id is null ? null : values.SpanOf(title.IdExtent),
            Section = draft.Surroundings.Section,
            Status = status,
            StatusSigns = signs,
            Impact = impact,
            Effort = effort,
            Score = score,
            MissingForScore = missing,
            WrittenScore = values.Score(),
            WrittenPriority = values.Priority(),
            Category = values.Category(),
            Owner = values.Owner(),
            Captured = values.Captured(),
            Started = values.Date(FieldName.Started),
            TargetDate = values.Date(FieldName.TargetDate),
            Completed = values.Completed(status),
            ReviewDate = values.Date(FieldName.ReviewDate),
            CurrentState = values.Text(FieldName.CurrentState),
            ProposedSolution = values.Text(FieldName.ProposedSolution),
            ExpectedOutcome = values.Text(FieldName.ExpectedOutcome),
            SuccessCriteria = values.Text(FieldName.SuccessCriteria),
            Reason = values.Text(FieldName.Reason) ?? spoken.Remark(status),
            EstimatedHours = ratings.EstimatedHours(),
            TimeSpent = values.TimeSpent(),
            HoursSaved = values.HoursSaved(),
            SavedPerWeek = values.SavedPerWeek(),
            Roi = values.Roi(),
            MeasuredImpact = values.Measurement(),
            SubTasks = draft.SubTasks,
            SubTasksDone = draft.SubTasksDone,
            Fields = fields,
        };
        problems.Assign(firstProblem, improvement);

        return improvement;
    }
}
