;;; imena.el --- Check proper names in Russian news copy  -*- lexical-binding: t; -*-

;; Version: 0.1.0
;; Package-Requires: ((emacs "27.1"))
;; Keywords: wp, convenience, languages
;; SPDX-License-Identifier: MIT

;;; Commentary:

;; imena finds misspelt and inconsistent proper names in Russian news copy.
;;
;; With Eglot, `imena-eglot-setup' registers its language server:
;;
;;     (require 'imena)
;;     (with-eval-after-load 'eglot (imena-eglot-setup))
;;
;; Without it, `imena-mode' checks the buffer with Flymake:
;;
;;     (add-hook 'text-mode-hook #'imena-mode)
;;
;; `imena-fix' puts the name at point right, `imena-fix-all' all that are sure.

;;; Code:

(require 'flymake)
(require 'json)
(require 'seq)
(require 'subr-x)

(defvar eglot-server-programs)

(defgroup imena nil
  "Check proper names in Russian news copy."
  :group 'text)

(defcustom imena-program "imena"
  "The program: a name looked up in the variable `exec-path', or a file."
  :type 'string
  :risky t)

(defcustom imena-arguments nil
  "More arguments for `imena check' and `imena server', such as \"--dictionary\"."
  :type '(repeat string)
  :risky t)

(defcustom imena-modes
  '((text-mode . "plaintext") (markdown-mode . "markdown") (gfm-mode . "markdown")
    (html-mode . "html") (mhtml-mode . "html"))
  "Major modes that Eglot uses imena in, each with its language id."
  :type '(alist :key-type symbol :value-type string))

(defcustom imena-settings nil
  "What the server is told at its start: a property list, `(:yo \"strict\")'."
  :type '(plist :key-type symbol :value-type sexp))


;;;; Eglot

(defun imena--contact (&rest _)
  "Say how Eglot is to start the server."
  `(,imena-program "server" ,@imena-arguments
                   ,@(when imena-settings
                       `(:initializationOptions ,imena-settings))))

;;;###autoload
(defun imena-eglot-setup ()
  "Let `eglot' use the language server of imena in `imena-modes'."
  (pcase-dolist (`(,mode . ,language) imena-modes)
    (put mode 'eglot-language-id language))
  (add-to-list 'eglot-server-programs (cons (mapcar #'car imena-modes) #'imena--contact)))


;;;; Calling the program

(defun imena--file-name ()
  "The name that imena knows the text of this buffer by."
  (cond (buffer-file-name (file-local-name buffer-file-name))
        ((derived-mode-p 'markdown-mode) "buffer.md")
        ((derived-mode-p 'html-mode 'mhtml-mode) "buffer.html")
        (t "buffer.txt")))

(defun imena--command (&rest more)
  "The command line to check standard input, with MORE arguments."
  `(,imena-program "check" ,@imena-arguments ,@more "--stdin-filename" ,(imena--file-name) "-"))

(defun imena--read (string)
  "The findings in STRING, JSON, as a list of alists; nil where there is none."
  (let ((json-array-type 'list)
        (json-object-type 'alist)
        (json-key-type 'symbol)
        (json-null nil)
        (json-false nil))
    (unless (string-blank-p string)
      (json-read-from-string string))))

(defun imena--position (offset)
  "The position of the character that is OFFSET characters into the text."
  (+ offset (save-restriction (widen) (point-min))))


;;;; Flymake

(defvar-local imena--process nil
  "The check that is running for this buffer.")

(defun imena--type (severity)
  "The type that Flymake has for SEVERITY."
  (pcase severity ("error" :error) ("warning" :warning) (_ :note)))

(defun imena--diagnostic (finding)
  "Make a diagnostic of Flymake of FINDING.
Its data is FINDING with a marker at its start."
  (let-alist finding
    (flymake-make-diagnostic (current-buffer)
                             (imena--position .start)
                             (imena--position .end)
                             (imena--type .severity)
                             (concat .code " " .message)
                             `((place . ,(copy-marker (imena--position .start) t)) ,@finding))))

(defun imena--finished (process source report)
  "Tell REPORT what PROCESS found in the buffer SOURCE."
  (let ((out (with-current-buffer (process-buffer process) (buffer-string)))
        (wrong (process-get process 'imena-errors)))
    (unwind-protect
        (when (buffer-live-p source)
          (with-current-buffer source
            (cond ((not (eq process imena--process)))
                  ((< (process-exit-status process) 2)
                   (funcall report (mapcar #'imena--diagnostic (imena--read out))))
                  (t (funcall report :panic :explanation
                              (string-trim (with-current-buffer wrong (buffer-string))))))))
      (kill-buffer (process-buffer process))
      (when-let ((pipe (get-buffer-process wrong)))
        (delete-process pipe))
      (kill-buffer wrong))))

;; Forgotten before it is killed: its sentinel, run at once, must not report what it did not do.
(defun imena--forget ()
  "Stop the check that is running for this buffer."
  (let ((old imena--process))
    (setq imena--process nil)
    (when (process-live-p old)
      (delete-process old))))

(defun imena-flymake (report &rest _)
  "Check this buffer and tell REPORT, of Flymake, what there is."
  (unless (executable-find imena-program)
    (error "%s is not there: pip install imena, or set `imena-program'" imena-program))
  (imena--forget)
  (let* ((source (current-buffer))
         (wrong (generate-new-buffer " *imena-errors*"))
         (process
          (make-process
           :name "imena" :noquery t :connection-type 'pipe
           :coding 'utf-8-unix
           :buffer (generate-new-buffer " *imena*")
           :stderr wrong
           :command (imena--command "--output-format" "json")
           :sentinel (lambda (process _event)
                       (when (memq (process-status process) '(exit signal))
                         (imena--finished process source report))))))
    (process-put process 'imena-errors wrong)
    (when-let ((pipe (get-buffer-process wrong)))
      (set-process-query-on-exit-flag pipe nil)
      (set-process-sentinel pipe #'ignore))
    (setq imena--process process)
    (save-restriction
      (widen)
      (process-send-region process (point-min) (point-max)))
    (process-send-eof process)))

;;;###autoload
(define-minor-mode imena-mode
  "Check the names of this buffer while it is being written, with Flymake."
  :lighter " imena"
  (if imena-mode
      (progn
        (add-hook 'flymake-diagnostic-functions #'imena-flymake nil t)
        (flymake-mode 1))
    (remove-hook 'flymake-diagnostic-functions #'imena-flymake t)
    (when flymake-mode
      (flymake-start))))


;;;; Fixes

(defun imena--findings-at (from to)
  "The diagnostics of imena between FROM and TO, as Flymake has them."
  (seq-filter (lambda (one) (assq 'rule (flymake-diagnostic-data one)))
              (flymake-diagnostics from to)))

(defun imena--place (diagnostic)
  "The position of the name of DIAGNOSTIC, which may have moved since."
  (marker-position (alist-get 'place (flymake-diagnostic-data diagnostic))))

(defun imena--nearest ()
  "The diagnostic at point, else the first of the line."
  (or (car (imena--findings-at (point) (min (1+ (point)) (point-max))))
      (car (sort (imena--findings-at (line-beginning-position) (line-end-position))
                 (lambda (a b) (< (imena--place a) (imena--place b)))))))

(defun imena--replace (place start edit)
  "Make EDIT of a name that was found at START and is now at PLACE."
  (let-alist edit
    (save-excursion
      (goto-char (+ place (- .start start)))
      (delete-char (- .end .start))
      (insert .text))))

(defun imena--unchanged-p (place text)
  "Whether TEXT still stands at PLACE."
  (let ((end (+ place (length text))))
    (and (<= end (point-max))
         (equal text (buffer-substring-no-properties place end)))))

(defun imena-fix ()
  "Put the name at point right, or the first wrong name of the line."
  (interactive "*")
  (let* ((diagnostic (or (imena--nearest) (user-error "Nothing found in this line")))
         (place (imena--place diagnostic)))
    (let-alist (flymake-diagnostic-data diagnostic)
      (unless (and .fix (not (equal .fix.applicability "display")))
        (user-error "No sure fix: %s" .message))
      (unless (imena--unchanged-p place .text)
        (user-error "The text has changed; it is being checked again"))
      (atomic-change-group
        (dolist (edit (reverse .fix.edits))
          (imena--replace place .start edit))))))

(defun imena-fix-all ()
  "Apply every safe fix to this buffer."
  (interactive "*")
  (let* ((source (current-buffer))
         (coding-system-for-read 'utf-8-unix)
         (coding-system-for-write 'utf-8-unix)
         (command (imena--command "--fix"))
         (wrong (make-temp-file "imena")))
    (unwind-protect
        (with-temp-buffer
          (let* ((out (current-buffer))
                 (code (with-current-buffer source
                         (save-restriction
                           (widen)
                           (apply #'call-process-region (point-min) (point-max) (car command)
                                  nil (list out wrong) nil (cdr command))))))
            (unless (member code '(0 1))
              (user-error "%s" (with-temp-buffer (insert-file-contents wrong)
                                                 (string-trim (buffer-string)))))
            (with-current-buffer source
              (save-restriction (widen) (replace-buffer-contents out)))))
      (delete-file wrong))))

(provide 'imena)
;;; imena.el ends here
