using System.CommandLine;
using KaizenGate.Core.Settings;

namespace KaizenGate.Cli.Commands;

/// <summary><c>schema</c>: the JSON schema of the settings.</summary>
internal static class SchemaCommand
{
    public static Command Create(Host host)
    {
        var command = new ExplainedCommand(
            "schema",
            "Prints the JSON schema of kaizen.json.",
            new Example("schema > kaizen.schema.json", "save it for an editor")
        );
        command.SetAction(_ =>
        {
            host.Text.Write(SettingsSchema.Published);
            return ExitCode.Passed;
        });
        return command;
    }
}
