namespace KaizenGate.Core.Rules;

/// <summary>How reliable an improvement's score is.</summary>
internal static class ScoreBasis
{
    /// <summary>Whether it has a score from numbers: neither impact nor effort was inferred from a word or a heading.</summary>
    public static bool IsInFigures(Improvement item) =>
        item.Score is not null
        && item.Impact?.Origin is not ValueOrigin.Inferred
        && item.Effort?.Origin is not ValueOrigin.Inferred;

    /// <summary>Whether impact and effort of this formula run from 1 to 10; a formula with other values, such as RICE, brings its own scales.</summary>
    public static bool HasScale(Scoring scoring) => scoring.Formula.Variables.All(name => name is "impact" or "effort");

    /// <summary>Whether impact and effort, where they are written, are whole numbers from 1 to 10, or need not be.</summary>
    public static bool IsOnScale(Improvement item, Scoring scoring) =>
        !HasScale(scoring) || (IsOnScale(item.Impact) && IsOnScale(item.Effort));

    public static bool IsOnScale(Written<double>? value) =>
        value is null || (value.Value is >= 1 and <= 10 && double.IsInteger(value.Value));

    /// <summary>Its priority: from a score in numbers, else from its label, its section, or a score from words; null when unknown.</summary>
    public static Priority? PriorityOf(Improvement item, Scoring scoring)
    {
        Priority? byScore = item.Score is { } score ? scoring.PriorityOf(score) : null;
        return IsInFigures(item) ? byScore : item.WrittenPriority?.Value ?? item.Section?.Priority ?? byScore;
    }
}
