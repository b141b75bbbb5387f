using System.CommandLine;
using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Settings;

namespace KaizenGate.Cli.Commands;

/// <summary><c>schema</c>: the JSON schemas of the settings and of what commands print.</summary>
internal static class SchemaCommand
{
    private const string Settings = "settings";

    public static Command Create(Host host)
    {
        var names = new Argument<string[]>("NAME")
        {
            Description =
                $"The command whose JSON the schema describes: {string.Join(", ", SchemaCatalog.All.SelectMany(one => one.Commands))}. Default: {Settings}, the schema of kaizen.json.",
            Arity = ArgumentArity.ZeroOrMore,
        };
        names.CompletionSources.Add([Settings, .. SchemaCatalog.All.Select(one => one.Name)]);
        var command = new ExplainedCommand(
            "schema",
            "Prints a JSON schema: of kaizen.json, or of the JSON that a command prints.",
            new Example("schema > kaizen.schema.json", "save it for an editor"),
            new Example("schema check", "of the JSON of `check`"),
            new Example("schema metric list", "of a subcommand")
        )
        {
            names,
        };
        command.SetAction(parsed =>
        {
            host.Text.Write(Text(string.Join(' ', parsed.GetValue(names) ?? [])));
            return ExitCode.Passed;
        });
        return command;
    }

    private static string Text(string name)
    {
        if (name is "" or Settings)
        {
            return SettingsSchema.Published;
        }

        var known =
            SchemaCatalog.Find(name)
            ?? throw new InputException(
                $"no schema for {Quote.Of(name)}",
                NearestName.Help(name, [Settings, .. SchemaCatalog.All.SelectMany(one => one.Commands)])
            );
        return EmbeddedText.Read($"schema.{known}.v1");
    }
}
