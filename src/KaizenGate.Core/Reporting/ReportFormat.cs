using KaizenGate.Core.Checking;

namespace KaizenGate.Core.Reporting;

/// <summary>One way to write a verdict down.</summary>
/// <param name="Name">How the command line calls it.</param>
/// <param name="Purpose">What it is for, in one line.</param>
/// <param name="Write">Writes UTF-8 without a byte order mark and leaves the stream open.</param>
internal sealed record ReportFormat(string Name, string Purpose, Action<Verdict, ReportOptions, Stream> Write);
