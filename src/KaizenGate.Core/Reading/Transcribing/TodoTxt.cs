using System.Text.RegularExpressions;

namespace KaizenGate.Core.Reading.Transcribing;

/// <summary>
/// Reads todo.txt: <c>x 2026-02-03 2026-01-05 Cache the fonts +web @ci impact:8 effort:2</c>. Dates, priority, projects, contexts and
/// keys are fields, so that they can change without changing the title.
/// </summary>
internal static partial class TodoTxt
{
    public static void Write(ItemWriter to, string text)
    {
        for (var line = 0; line < to.Original.Count; line++)
        {
            if (!to.Original[line].Trim().IsEmpty)
            {
                Item(to, to.Original[line].ToString(), to.Original.Place(line));
            }
        }
    }

    private static void Item(ItemWriter to, string line, LinePlace place)
    {
        var start = Start().Match(line);
        var words = line[start.Length..].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var fields = words.Select(word => Key().Match(word)).Where(match => match.Success).ToList();
        var tags = words.Where(IsTag).Select(word => word[1..]).ToList();
        var title = string.Join(' ', words.Where(word => !IsTag(word) && !Key().IsMatch(word)));
        if (title.Length == 0)
        {
            return;
        }

        string? Value(string key) => fields.Find(one => one.Groups["key"].Value == key)?.Groups["value"].Value;
        var isDone = start.Groups["done"].Success;
        to.Begin(title, Below(place, line.IndexOf(title, StringComparison.Ordinal)), Value("id"), isDone ? "x" : " ");
        var dates = start.Groups["date"].Captures;
        to.Field("Completed", isDone && dates.Count > 0 ? dates[0].Value : null, place);
        to.Field("Captured", dates.Count > (isDone ? 1 : 0) ? dates[^1].Value : null, place);
        to.Field("Priority", Priority(start.Groups["priority"].Value), place);
        to.Field("Due Date", Value("due"), place);
        foreach (var field in fields.Where(one => one.Groups["key"].Value is not ("id" or "due")))
        {
            to.Field(field.Groups["key"].Value, field.Groups["value"].Value, place);
        }

        to.Field("Labels", string.Join(", ", tags), place);
        to.End(place);
    }

    private static LinePlace Below(LinePlace place, int column) =>
        column < 0
            ? place
            : place with
            {
                Offset = place.Offset + column,
                Column = place.Column + column,
                Length = place.Length - column,
            };

    private static bool IsTag(string word) => word.Length > 1 && word[0] is '+' or '@';

    private static string? Priority(string letter) =>
        letter switch
        {
            "" => null,
            "A" => "High",
            "B" => "Medium",
            _ => "Low",
        };

    [GeneratedRegex(@"^[ \t]*(?<done>x )?[ ]*(\((?<priority>[A-Z])\) )?[ ]*((?<date>\d{4}-\d\d-\d\d) +){0,2}")]
    private static partial Regex Start();

    [GeneratedRegex(@"^(?<key>[A-Za-z][\w-]*):(?<value>[^\s/][^\s]*)$")]
    private static partial Regex Key();
}
