using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using KaizenGate.Cli.Items;
using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Editing.Workflow;
using KaizenGate.Core.Reporting;

namespace KaizenGate.Cli.Mcp;

/// <summary><c>kaizen_add</c>: captures an improvement, or records that it was seen again.</summary>
internal static class AddTool
{
    private static readonly JsonContract<(JsonElement Edit, string Warnings)> Answer = new()
    {
        { "path", one => ToolItem.Text(one.Edit, "path") },
        { "added", one => Items(one.Edit, wasThere: false), ToolItem.Edited },
        { "seenAgain", one => Items(one.Edit, wasThere: true), ToolItem.Edited },
        { "message", Message },
    };

    public static McpTool Tool { get; } =
        new(
            "kaizen_add",
            "Capture an improvement",
            "Captures an improvement of how the team works: a slow step, a misleading error, missing tooling, debt. It searches first: if the backlog has one with a similar title, it records that the problem was seen again and adds nothing. Capture one to three per session, each with evidence that you met yourself.",
            [
                new(
                    "title",
                    ToolParameterType.String,
                    "What could be better, on one line: the problem and its place.",
                    IsRequired: true,
                    ToolParameter.ShortText
                ),
                new(
                    "evidence",
                    ToolParameterType.String,
                    "What showed it, with numbers: a command and its duration, a message, a file and line.",
                    IsRequired: true,
                    SightingEdit.LongestEvidence
                ),
                .. ItemValues.All.Select(value => new ToolParameter(
                    value.Option,
                    value.Field.Kind is FieldKind.Rating ? ToolParameterType.Integer
                        : value.Field.Kind is FieldKind.Hours ? ToolParameterType.Number
                        : ToolParameterType.String,
                    value.Help
                )),
                new(
                    "allowDuplicate",
                    ToolParameterType.Boolean,
                    "Add it even if it looks like one that exists. Only if the problem is another one."
                ),
            ],
            Answer,
            IsReadOnly: false,
            IsIdempotent: false,
            Call
        );

    private static ToolAnswer Call(ProgramCalls program, ToolArguments arguments)
    {
        var duplicates = arguments.Flag("allowDuplicate") ? "--allow-duplicate" : "--seen";
        var answer = program.JsonWith(Input(arguments), "add", "-", duplicates, "--json");
        return ToolAnswer.Of(Answer, answer);
    }

    /// <summary>The improvement as <c>add</c> reads it, so that no text is parsed as an option.</summary>
    private static string Input(ToolArguments arguments)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartObject();
            foreach (var name in ItemValues.All.Select(value => value.Option).Prepend("evidence").Prepend("title"))
            {
                if (arguments.Text(name) is { } text)
                {
                    json.WriteString(name, text);
                }
            }

            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static ImmutableArray<JsonElement> Items(JsonElement edit, bool wasThere)
    {
        var seen = edit.GetProperty("seenAgain").EnumerateArray().Select(one => one.GetString()).ToHashSet();
        return
        [
            .. edit.GetProperty("items")
                .EnumerateArray()
                .Where(item => seen.Contains(ToolItem.Text(item, "reference")) == wasThere),
        ];
    }

    private static string Message((JsonElement Edit, string Warnings) one)
    {
        var said =
            Items(one.Edit, wasThere: true) is not [var seen, ..]
                ? $"Added as {ToolItem.Text(Items(one.Edit, wasThere: false)[0], "reference")}."
            : one.Edit.GetProperty("changed").GetBoolean() ? SeenAgain(seen, ToolItem.Text(seen, "reference")!)
            : $"{ToolItem.Text(seen, "reference")} has this evidence already.";
        return one.Warnings.Length > 0 ? $"{said} {one.Warnings}" : said;
    }

    private static string SeenAgain(JsonElement item, string reference)
    {
        var sightings = Wording.Count(item.GetProperty("sightings").GetArrayLength(), "sighting");
        return ToolItem.Text(item, "status") is "toDo" or "inProgress"
            ? $"Seen again: {reference} has {sightings}."
            : $"Seen again: {reference} has {sightings}. It is closed or deferred, so the problem is back: "
                + $"`{CommandLine.Name} reopen {reference}` takes it up again.";
    }
}
