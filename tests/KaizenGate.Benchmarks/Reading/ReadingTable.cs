using System.Text.Json;

namespace KaizenGate.Benchmarks.Reading;

/// <summary>Prints scores.</summary>
internal static class ReadingTable
{
    public static void Write(TextWriter output, string number, FileScore score) =>
        output.WriteLine(
            $"{number} {Cut(score.File.Kind, 40), -40}  wanted {score.Wanted, 3}  read {score.Read.Items.Length, 3}  "
                + $"P {score.Precision:F2}  R {score.Recall:F2}  F1 {score.F1:F2}  status {score.WithStatus}/{score.Right.Length}  "
                + $"silent {score.SilentlyMissed.Length}  unread {score.Read.Unread.Length}  {score.Read.Time.TotalMilliseconds:F1} ms"
        );

    /// <summary>Lists what is not right, by line.</summary>
    public static void WriteDetails(TextWriter output, FileScore score)
    {
        var unread = score.Read.Unread.ToLookup(entry => entry.Line, entry => entry.Reason);
        var labelled = score.Missed.SelectMany(label => label.Lines).ToHashSet();
        IEnumerable<(int Line, string Text)> details =
        [
            .. score.Missed.Select(label =>
                (
                    label.Line,
                    $"missed  [{label.Status}] {label.Title} ({label.Lines.SelectMany(line => unread[line]).FirstOrDefault("silently")})"
                )
            ),
            .. score.TooMany.Select(item => (item.Span.Line, $"too much  [{Camel(item.Status)}] {item.Title}")),
            .. score
                .Right.Where(pair => !pair.HasStatus)
                .Select(pair =>
                    (
                        pair.Label.Line,
                        $"status  {Camel(pair.Item.Status)} instead of {pair.Label.Status}: {pair.Label.Title}"
                    )
                ),
            .. score.Right.SelectMany(pair =>
                FieldAgreement
                    .Compare(pair.Label, pair.Item)
                    .Where(field => field.Result != FieldResult.Right)
                    .Select(field => (pair.Label.Line, $"{field.Field}  {Camel(field.Result)}: {pair.Label.Title}"))
            ),
            .. score
                .Read.Unread.Where(entry => !labelled.Contains(entry.Line))
                .Select(entry =>
                    (entry.Line, $"{(score.FalseAlarms.Contains(entry) ? "false alarm" : "unread")}  {entry.Reason}")
                ),
        ];
        foreach (var (line, text) in details.OrderBy(detail => detail.Line))
        {
            output.WriteLine($"    {line}: {Cut(text, 150)}");
        }
    }

    public static void WriteTotals(TextWriter output, IReadOnlyCollection<FileScore> scores)
    {
        var right = scores.Sum(score => score.Right.Length);
        var missed = scores.Sum(score => score.Missed.Length);
        var tooMany = scores.Sum(score => score.TooMany.Length);
        var withStatus = scores.Sum(score => score.WithStatus);
        var silent = scores.Sum(score => score.SilentlyMissed.Length);
        var unread = scores.Sum(score => score.Read.Unread.Length);
        var falseAlarms = scores.Sum(score => score.FalseAlarms.Length);
        var nonItems = scores.Sum(score => score.NonItemLines);
        output.WriteLine(
            $"""

            {scores.Count} files, {right + missed} improvements: {right} right, {missed} missed, {tooMany} too many
            item F1           {Ratio.F1(right, missed, tooMany):F4} (precision {Ratio.Of(
                right,
                right + tooMany
            ):F4}, recall {Ratio.Of(right, right + missed):F4})
            mean F1 per file  {scores.Select(score => score.F1).DefaultIfEmpty(1).Average():F4}
            files all right   {scores.Count(score => score.IsAllRight)}
            status agreement  {Ratio.Of(withStatus, right):F4} ({withStatus} of {right})
            silent misses     {(missed == 0 ? 0 : Ratio.Of(silent, missed)):F4} ({silent} of {missed} missed)
            false alarms      {(
                nonItems == 0 ? 0 : Ratio.Of(falseAlarms, nonItems)
            ):F4} ({falseAlarms} of {unread} unread entries, on {nonItems} lines that are not improvements)
            time              {scores.Sum(score => score.Read.Time.TotalMilliseconds):F1} ms

            """
        );
        WriteFields(output, scores);
    }

    private static void WriteFields(TextWriter output, IReadOnlyCollection<FileScore> scores)
    {
        var counts = scores
            .SelectMany(score => score.Right)
            .SelectMany(pair => FieldAgreement.Compare(pair.Label, pair.Item))
            .CountBy(field => field)
            .ToDictionary();
        foreach (var field in FieldAgreement.Names)
        {
            int Count(FieldResult result) => counts.GetValueOrDefault((field, result));
            var stated = Count(FieldResult.Right) + Count(FieldResult.Wrong) + Count(FieldResult.Missed);
            output.WriteLine(
                $"{field, -17} {Ratio.Of(Count(FieldResult.Right), stated):F3} ({Count(FieldResult.Right)} right, {Count(FieldResult.Wrong)} wrong, "
                    + $"{Count(FieldResult.Missed)} missed, {Count(FieldResult.Spurious)} spurious)"
            );
        }
    }

    private static string Camel<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName($"{value}");

    private static string Cut(string text, int length) => text.Length > length ? text[..length] : text;
}
