using System.Collections.Immutable;
using System.Text.Json;
using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Checking;
using KaizenGate.Core.Settings;
using KaizenGate.Core.Tests.Rules;

namespace KaizenGate.Core.Tests.Settings;

/// <summary>Which differences between two settings weaken the gate.</summary>
public sealed class SettingChangeTests
{
    private static readonly KnownRule[] Rules = [.. RuleCatalog.All.Select(rule => rule.Known)];

    [Theory]
    [InlineData("{}", """{ "rules": { "KZ304": "off" } }""", "turns KZ304 off (it was error)")]
    [InlineData("{}", """{ "rules": { "KZ304": "info" } }""", "lowers KZ304 from error to info")]
    [InlineData("""{ "rules": { "session-captured-too-many": "error" } }""", "{}", "lowers KZ105 from error to info")]
    [InlineData("{}", """{ "rules": { "KZ305": { "minOpen": 9 } } }""", "sets `minOpen` of KZ305 to 9 (it was 8)")]
    [InlineData(
        "{}",
        """{ "rules": { "KZ401": { "minShare": 0.1 } } }""",
        "sets `minShare` of KZ401 to 0.1 (it was 0.8)"
    )]
    [InlineData(
        "{}",
        """{ "rules": { "KZ301": { "errorBelow": 0.1 } } }""",
        "sets `errorBelow` of KZ301 to 0.1 (it was 0.5)"
    )]
    [InlineData(
        "{}",
        """{ "rules": { "KZ501": { "fields": ["owner", "expectedOutcome"] } } }""",
        "removes \"proposedSolution\" from `fields` of KZ501"
    )]
    [InlineData(
        """{ "profile": "strict" }""",
        """{ "profile": "strict", "rules": { "KZ104": "warning" } }""",
        "lowers KZ104 from error to warning"
    )]
    [InlineData("{}", """{ "failOn": "never" }""", "sets `failOn` to never (it was error)")]
    [InlineData("""{ "failOn": "warning" }""", "{}", "sets `failOn` to error (it was warning)")]
    [InlineData("{}", """{ "history": "off" }""", "sets `history` to off (it was auto)")]
    [InlineData("""{ "history": "required" }""", "{}", "sets `history` to auto (it was required)")]
    [InlineData("""{ "people": 5 }""", """{ "people": 1 }""", "sets `people` to 1 (it was 5)")]
    [InlineData(
        """{ "backlogs": ["a.md", "b.md"] }""",
        """{ "backlogs": ["b.md"] }""",
        "removes \"a.md\" from `backlogs`"
    )]
    [InlineData("{}", """{ "backlogs": ["empty.md"] }""", "removes \"the usual names\" from `backlogs`")]
    [InlineData(
        """{ "backlogs": ["*.md"] }""",
        """{ "backlogs": ["*.md", "!a.md"] }""",
        "adds \"!a.md\" to `backlogs`"
    )]
    [InlineData("""{ "metrics": { "build": { "better": "lower" } } }""", "{}", "removes \"build\" from `metrics`")]
    [InlineData(
        """{ "metrics": { "build": { "better": "lower" } } }""",
        """{ "metrics": { "build": { "better": "higher" } } }""",
        "sets `better` of the metric \"build\" to higher (it was lower)"
    )]
    [InlineData(
        "{}",
        """{ "scoring": { "formula": "impact" } }""",
        "sets `scoring.formula` to \"impact\" (it was \"impact*(11-effort)\")"
    )]
    [InlineData(
        "{}",
        """{ "reading": { "columns": { "Wert": "impact" } } }""",
        "adds \"Wert\" as impact to `reading.columns`"
    )]
    [InlineData(
        """{ "reading": { "ignore": ["Notes"] } }""",
        "{}",
        "removes \"Notes\" as ignore from `reading.sections`"
    )]
    [InlineData("{}", """{ "fields": { "effort": ["Mühe"] } }""", "adds \"Mühe\" to `fields.effort`")]
    public void A_laxer_or_undecidable_value_is_named(string before, string after, string expected) =>
        Assert.Equal(expected, Assert.Single(Between(before, after)).Description);

    [Theory]
    [InlineData("""{ "rules": { "KZ304": "off" } }""", "{}")]
    [InlineData("{}", """{ "profile": "strict" }""")]
    [InlineData("{}", """{ "rules": { "KZ305": { "minOpen": 4, "maxAgeDays": 30, "maxShare": 0.2 } } }""")]
    [InlineData("{}", """{ "rules": { "KZ501": { "fields": ["proposedSolution", "expectedOutcome", "owner"] } } }""")]
    [InlineData(
        """{ "rules": { "KZ305": "off" } }""",
        """{ "rules": { "KZ305": { "severity": "off", "minOpen": 9999 } } }"""
    )]
    [InlineData("{}", """{ "failOn": "info", "history": "required", "people": 9, "hoursPerWeek": 41 }""")]
    [InlineData("""{ "backlogs": ["a.md"] }""", """{ "backlogs": ["b.md", "a.md"] }""")]
    [InlineData("{}", """{ "metrics": { "build": { "better": "lower", "unit": "min", "source": "m.csv" } } }""")]
    [InlineData(
        "{}",
        """{ "rules": { "low-execution-rate": { "severity": "error", "minCaptured": 10 } }, "scoring": { "formula": "impact * (11 - effort)" } }"""
    )]
    [InlineData("{}", """{ "ids": "random", "idPrefix": "ABC", "$schema": "x", "root": true }""")]
    public void A_stricter_or_neutral_value_is_not(string before, string after) => Assert.Empty(Between(before, after));

    /// <summary>The keys that no finding needs: they affect other keys only, are compared otherwise, or do not affect the verdict.</summary>
    private static readonly string[] Neutral =
    [
        "$schema",
        "root",
        "extends",
        "baseline",
        "ids",
        "idPrefix",
        "secondLookWeeks",
        "metrics.m.unit",
        "metrics.m.measure",
    ];

    [Fact]
    public void Every_key_of_the_schema_is_compared()
    {
        using var schema = JsonDocument.Parse(SettingsSchema.Write(Rules));
        var leaves = Leaves(schema.RootElement, []).ToList();
        var missed = leaves.Where(leaf => !Neutral.Contains(leaf.Name) && !IsCompared(leaf)).Select(leaf => leaf.Name);

        Assert.True(leaves.Count > 150, $"{leaves.Count} keys are too few");
        Assert.Empty(missed);
        Assert.All(Neutral, name => Assert.Contains(leaves, leaf => leaf.Name == name));
    }

    private static ImmutableArray<SettingChange> Between(string before, string after) =>
        SettingChange.Between(ExampleSettings.Read(before), ExampleSettings.Read(after), Rules);

    /// <summary>Whether any two values of a key are a difference in one direction at least.</summary>
    private static bool IsCompared(Leaf leaf)
    {
        GateSettings[] all = [.. leaf.Documents().Select(TryRead).OfType<GateSettings>()];
        Assert.True(all.Length > 1, $"{leaf.Name} has no two valid samples");
        return all.Any(one => all.Any(other => !SettingChange.Between(one, other, Rules).IsEmpty));
    }

    private static GateSettings? TryRead(string json)
    {
        try
        {
            return ExampleSettings.Read(json);
        }
        catch (InputException)
        {
            return null; // Some thresholds exclude each other.
        }
    }

    private static IEnumerable<Leaf> Leaves(JsonElement schema, string[] path)
    {
        JsonElement[] shapes = schema.TryGetProperty("anyOf", out var any) ? [.. any.EnumerateArray()] : [schema];
        foreach (var shape in shapes)
        {
            if (shape.TryGetProperty("properties", out var properties))
            {
                foreach (
                    var property in properties.EnumerateObject().Where(one => !one.Value.TryGetProperty("$ref", out _))
                )
                {
                    foreach (var leaf in Leaves(property.Value, [.. path, property.Name]))
                    {
                        yield return leaf;
                    }
                }
            }
            else if (
                shape.TryGetProperty("additionalProperties", out var values)
                && values.ValueKind is JsonValueKind.Object
            )
            {
                foreach (var leaf in Leaves(values, [.. path, "m"]))
                {
                    yield return leaf;
                }
            }
            else
            {
                yield return new(path, [.. Samples(shape)]);
            }
        }
    }

    private static IEnumerable<string> Samples(JsonElement shape)
    {
        if (shape.TryGetProperty("anyOf", out var kinds))
        {
            return Samples(kinds[0]);
        }

        if (shape.TryGetProperty("enum", out var words))
        {
            return words.EnumerateArray().Select(word => word.GetRawText());
        }

        return shape.GetProperty("type").GetString() switch
        {
            "boolean" => ["true", "false"],
            "integer" or "number" =>
            [
                shape.GetProperty("minimum").GetRawText(),
                shape.GetProperty("maximum").GetRawText(),
            ],
            "array" => ["[]", .. Samples(shape.GetProperty("items")).Select(one => $"[{one}]")],
            "string" when shape.TryGetProperty("pattern", out var pattern) && pattern.GetString()!.Contains("KiB") =>
            [
                "\"2 MiB\"",
                "\"1 KiB\"",
            ],
            "string" => ["\"impact\"", "\"effort\""],
            var other => throw new NotSupportedException(other),
        };
    }

    /// <param name="Path">The keys from the root; <c>m</c> for any key of a map.</param>
    /// <param name="Values">Sample values in JSON.</param>
    private sealed record Leaf(string[] Path, string[] Values)
    {
        public string Name => string.Join('.', Path);

        /// <summary>Settings with each value, and without the key.</summary>
        public IEnumerable<string> Documents() => [.. Values.Select(Document), Document(null)];

        private string Document(string? value)
        {
            if (Path is ["metrics", "m", var key])
            {
                var better = key == "better" ? "" : "\"better\": \"lower\"";
                var own = value is null ? "" : $"\"{key}\": {value}";
                return $$"""{ "metrics": { "m": { {{string.Join(", ", new[] { better, own }.Where(one => one.Length > 0))}} } } }""";
            }

            if (Path is ["rules", var id, not "severity" and var option])
            {
                // The options of a rule that is off change nothing.
                var given = value is null ? "" : $", \"{option}\": {value}";
                return $$"""{ "rules": { "{{id}}": { "severity": "warning"{{given}} } } }""";
            }

            return value is null
                ? "{}"
                : Path.Reverse().Aggregate(value, (inner, key) => $"{{ {JsonSerializer.Serialize(key)}: {inner} }}");
        }
    }
}
