using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace KaizenGate.Core.Tests.Reporting.Dashboard;

/// <summary>The sentences of the page with figures, and the paths of the figures in the JSON report.</summary>
internal sealed partial class PageFacts
{
    private const string Day = @"(\d{4}-\d\d-\d\d)";
    private const string Number = @"([-\d.,]+)";
    private const string Rate = @"([\d<>]+%)";

    /// <summary>Those of all pages: making one takes longer than using it.</summary>
    private static readonly ConcurrentDictionary<string, Regex> Patterns = new();

    private readonly JsonElement json;
    private readonly HashSet<string> texts = [];
    private readonly List<(string Place, Regex Pattern, Func<string[], bool> Holds)> facts = [];

    public PageFacts(JsonElement json)
    {
        this.json = json;
        Collect(json);
        Everywhere();
        Tiles();
        Flow();
        Time();
        Return();
        Completions();
    }

    /// <summary>Whether a sentence is a text of the JSON, or a known one with figures of the JSON.</summary>
    /// <param name="place">The id of the chart; empty outside of charts.</param>
    /// <param name="words">The sentence.</param>
    public bool Tell(string place, string words) =>
        texts.Contains(Plain(words))
        || facts.Exists(fact =>
            (fact.Place == place || (fact.Place == "metric" && place.StartsWith("metric-", StringComparison.Ordinal)))
            && fact.Pattern.Match(words) is { Success: true } match
            && fact.Holds([.. match.Groups.Values.Skip(1).Select(group => group.Value)])
        );

    private void Said(string place, string pattern, params string[] paths) =>
        Holds(place, pattern, of => of.Zip(paths).All(one => Shows(one.First, one.Second)));

    private void Holds(string place, string pattern, Func<string[], bool> holds) =>
        facts.Add((place, Patterns.GetOrAdd(pattern, one => new Regex(one, RegexOptions.NonBacktracking)), holds));

    /// <summary>Whether a figure matches the JSON; <c>~</c> precedes the precision to which it is rounded.</summary>
    private bool Shows(string shown, string path) =>
        path.Split('~') is [var of, var step]
            ? Shows(shown, At(json, of), double.Parse(step, CultureInfo.InvariantCulture))
            : ShownNumber.Shows(shown, At(json, path));

    private static bool Shows(string shown, JsonElement value, double step) =>
        value.ValueKind == JsonValueKind.Number
        && Math.Abs(double.Parse(shown, CultureInfo.InvariantCulture) - value.GetDouble()) <= (step / 2) + 1e-9;

    /// <summary>Normalizes text for comparison: without backticks and full stop, in lower case.</summary>
    private static string Plain(string text) =>
        text.Replace("`", "", StringComparison.Ordinal).TrimEnd('.').Trim().ToUpperInvariant();

    private void Collect(JsonElement from)
    {
        switch (from.ValueKind)
        {
            case JsonValueKind.String:
                texts.Add(Plain(from.GetString()!));
                break;
            case JsonValueKind.Array:
                foreach (var one in from.EnumerateArray())
                {
                    Collect(one);
                }

                break;
            case JsonValueKind.Object:
                foreach (var one in from.EnumerateObject())
                {
                    Collect(one.Value);
                }

                break;
        }
    }

    private List<JsonElement> List(string path) => List(json, path);

    private static List<JsonElement> List(JsonElement from, string path) => [.. At(from, path).EnumerateArray()];

    private string Text(string path) => Text(json, path);

    private static string Text(JsonElement from, string path) => At(from, path).GetString()!;

    private static int Of(JsonElement from, string path) => At(from, path).GetInt32();

    private static bool IsNull(JsonElement value) => value.ValueKind is JsonValueKind.Null;

    /// <summary>The value at a path; "last" is the last of a list.</summary>
    private static JsonElement At(JsonElement from, string path) =>
        path.Split('.')
            .Aggregate(
                from,
                (at, name) => at.ValueKind is JsonValueKind.Array ? at.EnumerateArray().Last() : at.GetProperty(name)
            );
}
