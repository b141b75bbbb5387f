using System.CommandLine;
using KaizenGate.Cli.Runs;
using KaizenGate.Core.Escaping;

namespace KaizenGate.Cli.Commands;

/// <summary><c>open</c>: shows the report in a browser.</summary>
internal static class OpenCommand
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    public static Command Create(Host host)
    {
        var paths = CommonArguments.Paths();
        var period = new PeriodOptions();
        var settings = new SettingsOptions();
        var history = new HistoryOptions();
        var command = new ExplainedCommand(
            "open",
            "Shows the report in the browser: that of BROWSER, else that of the system. Prints the path of the page, which is a temporary file.",
            new Example("open", "the last 52 weeks"),
            new Example("open --weeks 12", "the last quarter")
        )
        {
            paths,
        };
        period.AddTo(command);
        history.AddUseTo(command);
        settings.AddConfigTo(command);
        command.SetAction(parsed =>
        {
            var use = history.UseOf(parsed);
            var page = Path.Join(RealPath.Of(Path.GetTempPath()), $"kaizen-{Path.GetRandomFileName()}.html");
            // The report keeps the permissions: the folder may be shared.
            NewFile.Write(page, [], OwnerOnly);
            var exitCode = ExitCode.InternalError;
            try
            {
                exitCode = new ReportRun(host, parsed.GetValue(paths) ?? [], () => settings.Load(parsed, host, use))
                {
                    Format = PeriodOptions.FindFormat("html"),
                    Output = page,
                    Period = period.Of(parsed, host),
                    SendsMetrics = false,
                }.Run();
            }
            finally
            {
                if (exitCode != ExitCode.Passed)
                {
                    NewFile.Delete(page);
                }
            }

            if (exitCode == ExitCode.Passed)
            {
                host.Text.WriteLine(LogText.Path(page));
                Browser(host)?.Start(page, waits: false);
            }

            return exitCode;
        });
        return command;
    }

    /// <summary>Null when there is none, or no screen.</summary>
    private static OtherProgram? Browser(Host host)
    {
        if (host.Environment.GetValueOrDefault("BROWSER") is { Length: > 0 } named)
        {
            // A list, of which the first that exists is used.
            return named
                .Split(Path.PathSeparator)
                .Select(command => OtherProgram.Find(command.Replace("%s", "", StringComparison.Ordinal), host))
                .FirstOrDefault(program => program is not null);
        }

        return OperatingSystem.IsWindows() ? OtherProgram.Find("explorer", host)
            : OperatingSystem.IsMacOS() ? OtherProgram.Find("open", host)
            : host.Has("DISPLAY") || host.Has("WAYLAND_DISPLAY") || host.Has("WSL_DISTRO_NAME")
                ? OtherProgram.Find("xdg-open", host)
            : null;
    }
}
