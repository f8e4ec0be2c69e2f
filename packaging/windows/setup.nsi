; Installs for one person, without the rights of an administrator. nsis.py puts in the words between @.
;
; Exit codes: 0 done, 1 ended by the person, 3 the program runs, 4 a newer one is there, 5 wrong Windows.
; Silent: setup.exe /S [/D=C:\folder], uninstall.exe /S [/KEEP], which keeps settings and unfinished visits.

Unicode true
Target amd64-unicode
@compress@
ManifestDPIAware true
RequestExecutionLevel user

!include "MUI2.nsh"
!include "FileFunc.nsh"
!include "WinVer.nsh"
!include "WordFunc.nsh"
!include "x64.nsh"

!define KEY "Software\@name@"
!define LISTED "Software\Microsoft\Windows\CurrentVersion\Uninstall\@name@"
!define SHORTCUT "$SMPROGRAMS\@title@.lnk"
!define RUNS 3
!define NEWER 4
!define OTHER_WINDOWS 5
!define WAITS 30

Name "@title@"
OutFile "@out@"
BrandingText "@title@ @version@"
InstallDir "$LOCALAPPDATA\Programs\@name@"
InstallDirRegKey HKCU "${KEY}" "InstallDir"
VIProductVersion "@dotted@"
VIFileVersion "@dotted@"
VIAddVersionKey "ProductName" "@title@"
VIAddVersionKey "ProductVersion" "@version@"
VIAddVersionKey "FileDescription" "@title@: setup"
VIAddVersionKey "FileVersion" "@version@"
VIAddVersionKey "CompanyName" "@maker@"
VIAddVersionKey "LegalCopyright" "@maker@. Apache License 2.0"

!define MUI_ICON "@icon@"
!define MUI_UNICON "@icon@"
!define MUI_ABORTWARNING
!insertmacro MUI_PAGE_LICENSE "@licence@"
!insertmacro MUI_PAGE_INSTFILES
!define MUI_FINISHPAGE_RUN "$INSTDIR\@name@.exe"
!define MUI_FINISHPAGE_RUN_TEXT "Start @title@"
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "English"

Var Waited
Var Keep

!finalize '@sign@ "%1"' = 0
!uninstfinalize '@sign@ "%1"' = 0

; A running program can be read, not written. Silent, it is waited for; else the person is asked.
!macro WaitForEnd file
  StrCpy $Waited 0
  ${Do}
    ${IfNot} ${FileExists} "${file}"
      ${Break}
    ${EndIf}
    ClearErrors
    FileOpen $0 "${file}" a
    ${IfNot} ${Errors}
      FileClose $0
      ${Break}
    ${EndIf}
    ${If} ${Silent}
      Sleep 1000
      IntOp $Waited $Waited + 1
    ${ElseIf} ${Cmd} `MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "@title@ is open. Please save what you need, close it, and then press Retry." IDCANCEL`
      StrCpy $Waited ${WAITS}
    ${EndIf}
    ${If} $Waited >= ${WAITS}
      SetErrorLevel ${RUNS}
      Quit
    ${EndIf}
  ${Loop}
!macroend

Function .onInit
  SetShellVarContext current
  ${IfNot} ${RunningX64}
  ${OrIfNot} ${AtLeastBuild} 17763
    MessageBox MB_OK|MB_ICONSTOP "@title@ needs Windows 10 (1809 or newer) or Windows 11, with 64 bits." /SD IDOK
    SetErrorLevel ${OTHER_WINDOWS}
    Quit
  ${EndIf}
  ReadRegStr $0 HKCU "${LISTED}" "DisplayVersion"
  ${If} $0 != ""
    ${VersionCompare} "$0" "@version@" $1
    ${If} $1 = 1
      MessageBox MB_OK|MB_ICONSTOP "Version $0 is installed. This is the older version @version@: it might not understand what the newer one has kept, so nothing was changed. To go back nevertheless, uninstall version $0 first." /SD IDOK
      SetErrorLevel ${NEWER}
      Quit
    ${EndIf}
  ${EndIf}
  !insertmacro WaitForEnd "$INSTDIR\@name@.exe"
  !insertmacro WaitForEnd "$INSTDIR\@name@-cli.exe"
FunctionEnd

Section
  ; Of an older version nothing may stay among the new files. Settings are elsewhere.
@remove@
@files@
  SetOutPath "$INSTDIR"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  CreateShortcut "${SHORTCUT}" "$INSTDIR\@name@.exe"
  WriteRegStr HKCU "${KEY}" "InstallDir" "$INSTDIR"
  WriteRegStr HKCU "${LISTED}" "DisplayName" "@title@"
  WriteRegStr HKCU "${LISTED}" "DisplayVersion" "@version@"
  WriteRegStr HKCU "${LISTED}" "DisplayIcon" "$INSTDIR\@name@.exe"
  WriteRegStr HKCU "${LISTED}" "Publisher" "@maker@"
  WriteRegStr HKCU "${LISTED}" "URLInfoAbout" "@home@"
  WriteRegStr HKCU "${LISTED}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${LISTED}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${LISTED}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKCU "${LISTED}" "EstimatedSize" @kilobytes@
  WriteRegDWORD HKCU "${LISTED}" "NoModify" 1
  WriteRegDWORD HKCU "${LISTED}" "NoRepair" 1
SectionEnd

Function un.onInit
  SetShellVarContext current
  !insertmacro WaitForEnd "$INSTDIR\@name@.exe"
  !insertmacro WaitForEnd "$INSTDIR\@name@-cli.exe"
  StrCpy $Keep ""
  ${GetParameters} $0
  ClearErrors
  ${GetOptions} $0 "/KEEP" $1
  ${IfNot} ${Errors}
    StrCpy $Keep 1
  ${EndIf}
FunctionEnd

Section "Uninstall"
  ${IfNot} ${Silent}
  ${AndIf} ${Cmd} `MessageBox MB_YESNO|MB_ICONQUESTION "Shall your settings and unfinished visits be removed, too? Summaries that you have saved stay where they are." IDNO`
    StrCpy $Keep 1
  ${EndIf}
@remove@
  Delete "$INSTDIR\uninstall.exe"
  SetOutPath "$TEMP"
  RMDir "$INSTDIR"
  ; Only if it is empty now.
  RMDir "$LOCALAPPDATA\Programs"
  ${If} $Keep == ""
    RMDir /r "$APPDATA\@name@"
    RMDir /r "$LOCALAPPDATA\@name@"
  ${EndIf}
  Delete "${SHORTCUT}"
  DeleteRegKey HKCU "${LISTED}"
  DeleteRegKey HKCU "${KEY}"
SectionEnd
